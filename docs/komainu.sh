#!/bin/sh
# A command of Komainu as the service runs it: its user, its environment, its configuration; root calls it. docs/operate.md says how to install it.
for word do # systemd takes a $ for the beginning of a variable
  shift
  set -- "$@" "$(printf %s "$word" | sed 's/\$/$$/g')"
done
exec systemd-run --quiet --collect --wait --pty --pipe --uid=komainu -p WorkingDirectory=-"$PWD" -p UMask=0077 \
  -p EnvironmentFile=-/etc/komainu/komainu.env -E KOMAINU_CONFIG=/etc/komainu/komainu.yaml -E LANG="${LC_ALL:-${LANG:-}}" -E KOMAINU_OPERATOR="${SUDO_USER:-$(id -un)}" \
  /usr/bin/node --disable-warning=ExperimentalWarning /opt/komainu/dist/main.js "$@"
