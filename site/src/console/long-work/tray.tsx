import type { UnderWay } from "@lingxi/core/workspace/schema";
import { useEffect, useState } from "preact/hooks";
import { api } from "../api.ts";
import { Later } from "../later.tsx";
import { Menu } from "../menu.tsx";
import { usePulse } from "../pulse.ts";
import type { Session } from "../session.ts";
import { t } from "../text.ts";
import { words } from "../words-shell.ts";
import { exportsNow, isWorkKept, workGiven, workMoved, workNow } from "./now.ts";

const box = async () => (await import("./tray-box.tsx")).TrayBox;

/** After so many milliseconds what the product was given to do has a record. */
const begun = 700;

/** Long work: how much is under way. What it is, and the reports of what was, come when it is opened. */
export function Tray({ session }: { session: Session }) {
  const [here, setHere] = useState(0);
  const [underWay, setUnderWay] = useState<readonly UnderWay[]>([]);
  const look = () =>
    void api<{ items: UnderWay[] }>("/api/console/workspace/under-way").then(
      ({ items }) => setUnderWay(items),
      () => undefined,
    );
  useEffect(() => {
    const follow = () => setHere(workNow().length + exportsNow().length);
    const given = () => void setTimeout(look, begun);
    addEventListener(workMoved, follow);
    addEventListener(workGiven, given);
    look();
    if (isWorkKept()) void import("./runner.ts").then(({ resumeWork }) => resumeWork(session.staffId));
    return () => {
      removeEventListener(workMoved, follow);
      removeEventListener(workGiven, given);
    };
  }, [session.staffId]);
  usePulse("under-way", look);
  const n = here + underWay.length;
  return (
    <Menu label={n ? t(words.workRunning, { n }) : t(words.work)} onOpen={look}>
      <Later load={box} session={session} underWay={underWay} onLook={look} />
    </Menu>
  );
}
