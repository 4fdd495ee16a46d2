// The button that verifies a published draw in the reader's browser. The page's texts come with it as data attributes;
// everything else comes from the published files, by the module in /verify.

import { verifyBundle } from "../verify/bundle.mjs";

const section = document.getElementById("verify");
const button = document.getElementById("verify-run");
const verdict = document.getElementById("verify-verdict");
const result = document.getElementById("verify-result");
const rows = document.getElementById("verify-checks");
const words = section.dataset;
const names = new Set(words.names.split(" "));

// The page says how to verify without scripts; now that one runs, it is not needed.
document.getElementById("verify-noscript").hidden = true;
button.hidden = false;
button.addEventListener("click", async () => {
  button.disabled = true;
  verdict.textContent = words.running;
  verdict.className = "";
  // Lets the browser show that it works before it does.
  await new Promise(resolve => setTimeout(resolve, 30));
  try {
    show(await verifyBundle(open));
  } catch (fault) {
    verdict.textContent = `${words.broken} ${fault.message}`;
    verdict.className = "bad";
  } finally {
    button.disabled = false;
  }
});

/** A file of the bundle as bytes; null when the page lists none of that name. */
async function open(name) {
  if (!names.has(name)) return null;
  const answer = await fetch(words.files + name, { cache: "no-store" });
  if (answer.status === 404) return null;
  if (!answer.ok) throw new Error(`${name}: ${answer.status}`);
  return new Uint8Array(await answer.arrayBuffer());
}

function show(report) {
  rows.replaceChildren(...report.checks.map(row));
  result.hidden = false;
  verdict.className = report.verified ? "good" : report.partial ? "" : "bad";
  verdict.textContent = report.partial ? words.partial
    : !report.verified ? `${words.refused} ${report.reason}`
    : report.hasMatching ? words.accepted : words.acceptedSubjects;
}

function row(check) {
  const line = document.createElement("tr");
  line.className = check.status;
  const name = document.createElement("th");
  name.scope = "row";
  name.textContent = check.name;
  const text = document.createElement("td");
  const state = { passed: words.passed, failed: words.failed, withheld: words.withheld }[check.status] ?? words.notrun;
  text.textContent = check.status === "failed" ? `${state} ${words.expected} ${check.expected}; ${words.found} ${check.actual}` : state;
  line.append(name, text);
  return line;
}
