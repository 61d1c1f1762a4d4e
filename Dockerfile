# One image for web and worker; the command says which. See compose.yaml.
FROM node:24-bookworm-slim
ENV NEXT_TELEMETRY_DISABLED=1 NODE_ENV=production DATA_DIR=/data
WORKDIR /app
COPY package.json package-lock.json .npmrc ./
# Build tools are among the packages for development: they are needed once, for the pages.
RUN npm install --no-save --ignore-scripts --no-audit --no-fund --include=dev
COPY . .
RUN PRISMA_SCHEMA_ENGINE_BINARY="$(command -v node)" CHECKPOINT_DISABLE=1 npx prisma generate \
  && node scripts/build-pages.ts \
  && mkdir /data && chown -R node:node /app /data
USER node
VOLUME /data
EXPOSE 3000
CMD ["node", "scripts/web.ts"]
