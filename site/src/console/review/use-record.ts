import { useEffect, useState } from "preact/hooks";
import { ApiProblem, api } from "../api.ts";

interface Versioned {
  readonly version: number;
}

/** One record under review: what it is now, and what can be done to the version that is seen. */
export interface Review<T> {
  readonly record: T | undefined;
  readonly busy: boolean;
  /** What was done last, to be read out. */
  readonly told: string;
  readonly trouble: ApiProblem | undefined;
  readonly reload: () => void;
  /** @returns whether it was done; a refusal is in `trouble`, and what was typed stays where it is */
  readonly act: (step: string, body: object, done: string, method?: "POST" | "PUT") => Promise<boolean>;
}

export function useRecord<T extends Versioned>(path: string): Review<T> {
  const [record, setRecord] = useState<T>();
  const [busy, setBusy] = useState(false);
  const [told, setTold] = useState("");
  const [trouble, setTrouble] = useState<ApiProblem>();

  const attempt = async (work: () => Promise<void>): Promise<boolean> => {
    setBusy(true);
    setTold("");
    setTrouble(undefined);
    try {
      await work();
      return true;
    } catch (error) {
      if (!(error instanceof ApiProblem)) throw error;
      setTrouble(error);
      return false;
    } finally {
      setBusy(false);
    }
  };
  const load = async () => setRecord(await api<T>(path));
  useEffect(() => {
    void attempt(load);
  }, [path]);

  return {
    record,
    busy,
    told,
    trouble,
    reload: () => void attempt(load),
    act: (step, body, done, method = "POST") =>
      attempt(async () => {
        await api(`${path}/${step}`, { method, body: { ...body, version: record?.version } });
        await load();
        setTold(done);
      }),
  };
}
