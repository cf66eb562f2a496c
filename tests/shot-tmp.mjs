import { chromium } from "playwright-core";
import { findPages } from "./support/public-pages.ts";
const origin = process.argv[2]; const out = process.argv[3];
const combos = [[390,"zh-CN","light"],[390,"en","dark"],[768,"zh-CN","dark"],[1440,"zh-CN","light"],[1440,"en","light"]];
const b = await chromium.launch({executablePath:"/usr/bin/chromium",args:["--no-sandbox","--disable-gpu"]});
for (const [w,l,s] of combos){ const c=await b.newContext({viewport:{width:w,height:900},colorScheme:s,locale:l}); const p=await c.newPage();
 const {pages,missing}=await findPages(origin,l); if(missing?.length) console.log("missing",missing);
 for(const one of pages){ await p.goto(origin+one.path); await p.waitForTimeout(300); const over=await p.evaluate(()=>document.documentElement.scrollWidth>innerWidth+1); if(over) console.log("overflow",w,l,one.kind); await p.screenshot({path:`${out}/${w}-${l}-${s}-${one.kind}.png`,fullPage:true}); }
 await c.close(); }
await b.close();
