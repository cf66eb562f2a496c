import { ConditionFailed } from "../platform/table.ts";

/** Another worker may have written the same thing first. @returns whether this one did */
export async function unlessTaken(write: Promise<void>): Promise<boolean> {
  try {
    await write;
    return true;
  } catch (error) {
    if (error instanceof ConditionFailed) return false;
    throw error;
  }
}
