// Let axe-core judge the page by these groups of its rules, and tell what it finds. It cannot judge
// letters in pictures, which `contrast.js` does.
const [groups, done] = arguments;
const lettering = (node) => node.element.closest("svg") !== null;
const told = (rule, nodes) => nodes.map((node) => `${rule.id}: ${node.html.slice(0, 160)}`);
const wanted = { elementRef: true, resultTypes: ["violations", "incomplete"], selectors: false };
axe.run({ ...wanted, runOnly: groups }).then(
  (found) => done({
    faults: found.violations.flatMap((rule) => told(rule, rule.nodes)),
    open: found.incomplete.flatMap((rule) => told(rule, rule.nodes.filter((node) => !lettering(node)))),
    passed: found.passes.map((rule) => rule.id),
  }),
  (error) => done({ faults: [String(error)], open: [], passed: [] }),
);
