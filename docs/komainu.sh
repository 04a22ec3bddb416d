#!/bin/sh
# A command of Komainu as the service runs it: its user, its environment, its configuration; root calls it. docs/operate.md says how to install it.
exec systemd-run --quiet --collect --wait --pty --pipe --uid=komainu -p WorkingDirectory=-"$PWD" -p UMask=0077 \
  -p EnvironmentFile=-/etc/komainu/komainu.env --expand-environment=no -E KOMAINU_CONFIG=/etc/komainu/komainu.yaml -E LANG="${LC_ALL:-${LANG:-}}" \
  /usr/bin/node /opt/komainu/dist/main.js "$@"
