# One image for all processes; the command chooses: dist/src/main.js (api), dist/src/worker.js, dist/src/sandbox/main.js,
# dist/scripts/migrate.js.
FROM node:24-slim AS build
WORKDIR /app
COPY package.json package-lock.json ./
# Without install scripts: the pinned node that they would fetch is in the image already.
RUN npm ci --ignore-scripts --no-audit --no-fund
COPY . .
RUN node scripts/build.ts

FROM node:24-slim AS dependencies
WORKDIR /app
COPY package.json package-lock.json ./
# The optional dependencies are a PostgreSQL to develop with.
RUN npm ci --omit=dev --omit=optional --ignore-scripts --no-audit --no-fund

FROM node:24-slim
ENV NODE_ENV=production \
    HOST=0.0.0.0 \
    HEALTH_URL=http://127.0.0.1:3000/health/ready
WORKDIR /app
COPY --from=dependencies /app/node_modules ./node_modules
COPY --from=build /app/dist ./dist
COPY package.json ./
USER node
EXPOSE 3000 3001 3100
HEALTHCHECK --interval=10s --timeout=5s --start-period=30s --retries=3 \
  CMD ["node", "-e", "fetch(process.env.HEALTH_URL).then((answer) => process.exit(answer.ok ? 0 : 1), () => process.exit(1))"]
CMD ["node", "--import=./dist/src/platform/source-maps.js", "--max-old-space-size=344", "--min-semi-space-size=16", "--max-semi-space-size=16", "dist/src/main.js"]
