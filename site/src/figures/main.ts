/**
 * All that is loaded with the page. The rest is fetched when a chart or the graph comes into view, when a place in the graph is asked for, or when
 * it is time to look for changes: what is seen at first needs no script.
 */
const root = document.getElementById("figures");
const data = document.getElementById("figures-data")?.textContent;
const patience = 15_000;

if (root && data) {
  const begin = () => {
    clearTimeout(timer);
    observer.disconnect();
    import("./begin.tsx").then(({ begin }) => begin(root, JSON.parse(data)));
  };
  const timer = setTimeout(begin, patience);
  const observer = new IntersectionObserver((entries) => {
    if (entries.some(({ isIntersecting }) => isIntersecting)) begin();
  });
  if (location.hash.startsWith("#graph/")) begin();
  else for (const part of root.querySelectorAll(".twin, .graph")) observer.observe(part);
}
