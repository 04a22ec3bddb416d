# syntax=docker/dockerfile:1
# Another base for whoever has no registry of images: Debian 13 with Node 22 or newer, npm and a user `node` (test/image makes one).
ARG BASE=node:24-trixie-slim
FROM ${BASE} AS build
WORKDIR /app
COPY package.json package-lock.json ./
# `prepare` would build before the sources are here.
RUN npm ci --ignore-scripts
COPY tsconfig.json tsconfig.build.json ./
COPY scripts ./scripts
COPY src ./src
COPY dictionaries ./dictionaries
# Of src/ the image has what ships beside the code: migrations, styles, sample mails. An embedded store is made at its first start, not copied.
RUN npm run build && npm ci --omit=dev --omit=optional --ignore-scripts && node scripts/slim-modules.mjs \
  && find src \( -name '*.ts' -o -name '*.tsx' \) -delete && rm -rf dist/data/store-*

FROM ${BASE}
# glibc gives back what was freed, beyond so many bytes; without a word it keeps it (docs/performance.md).
ENV NODE_ENV=production \
    KOMAINU_CONFIG=/etc/komainu/komainu.yaml \
    MALLOC_TRIM_THRESHOLD_=262144
WORKDIR /app
COPY --from=build /app/package.json ./
COPY --from=build /app/node_modules ./node_modules
COPY --from=build /app/dist ./dist
COPY --from=build /app/src ./src
COPY dictionaries ./dictionaries
COPY LICENSE ./
RUN install -d -o node -g node -m 0700 /var/lib/komainu
VOLUME /var/lib/komainu
USER node
EXPOSE 8787
HEALTHCHECK --interval=30s --timeout=5s --start-period=60s --retries=3 \
  CMD ["node", "-e", "fetch(`http://127.0.0.1:${process.env.PORT || 8787}/healthz`).then((r) => process.exit(r.ok ? 0 : 1), () => process.exit(1))"]
ENTRYPOINT ["node", "--v8-pool-size=1", "--max-semi-space-size=4", "/app/dist/main.js"]
CMD ["start"]
