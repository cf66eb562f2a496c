import { generatedRequests } from "../support/generated/suite.ts";

generatedRequests(({ access }) => access !== "public", 0.45);
