# One image for web and worker; the command says which. See compose.yaml.
FROM node:24-bookworm-slim
ENV NEXT_TELEMETRY_DISABLED=1 NODE_ENV=production DATA_DIR=/data
WORKDIR /app
RUN mkdir /data && chown node:node /app /data
USER node
COPY --chown=node:node package.json package-lock.json .npmrc ./
RUN npm install --no-save --ignore-scripts --no-audit --no-fund --omit=dev && npm cache clean --force
COPY --chown=node:node . .
# Prisma wants a program that generating never runs: any executable file satisfies it.
RUN PRISMA_SCHEMA_ENGINE_BINARY="$(command -v node)" CHECKPOINT_DISABLE=1 npx prisma generate \
  && node scripts/build-pages.ts && rm -rf .next/cache
VOLUME /data
EXPOSE 3000
CMD ["node", "scripts/web.ts"]
