import { defineConfig } from "vitest/config";

const settled = { environment: "node" as const, pool: "forks" as const, maxWorkers: 2 };

export default defineConfig({
  test: {
    passWithNoTests: true,
    projects: [
      {
        test: {
          ...settled,
          name: "unit",
          include: ["{packages,functions,events,site}/**/*.test.{ts,tsx}"],
          exclude: ["**/node_modules/**", "**/dist/**"],
          testTimeout: 20_000,
          hookTimeout: 20_000,
        },
      },
      {
        test: {
          ...settled,
          name: "integration",
          include: ["tests/{api,faults}/**/*.test.ts"],
          testTimeout: 60_000,
          hookTimeout: 60_000,
        },
      },
      {
        // One after the other: they bundle into the same folder.
        test: {
          ...settled,
          name: "infra",
          maxWorkers: 1,
          fileParallelism: false,
          include: ["tests/infra/**/*.test.ts"],
          testTimeout: 120_000,
          hookTimeout: 120_000,
        },
      },
      // One browser and one host at a time: each journey measures what a person would wait for.
      {
        test: {
          ...settled,
          name: "journeys",
          include: ["tests/journeys/**/*.test.ts"],
          globalSetup: ["tests/journeys/setup.ts"],
          maxWorkers: 1,
          fileParallelism: false,
          testTimeout: 120_000,
          hookTimeout: 180_000,
        },
      },
    ],
  },
});
