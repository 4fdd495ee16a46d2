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
let sentences = {};

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
    // What each check says, in the language of the page. Without it the checks still run, under their names.
    sentences = await fetch(words.words).then(answer => answer.ok ? answer.json() : {}, () => ({}));
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
    : !report.verified ? `${words.refused} ${report.reason}${words.then}${fault(report.checks.find(check => check.status === "failed"))}`
    : report.hasMatching ? words.accepted : words.acceptedSubjects;
}

function row(check) {
  const line = document.createElement("tr");
  line.className = check.status;
  const name = document.createElement("th");
  name.scope = "row";
  const id = document.createElement("span");
  id.className = "id";
  id.textContent = check.name;
  name.append(sentence(check), " ", id);
  if (check.status === "failed") {
    const wrong = document.createElement("p");
    wrong.textContent = fault(check);
    name.append(wrong);
  }
  const text = document.createElement("td");
  const state = { passed: words.passed, failed: words.failed, withheld: words.withheld }[check.status] ?? words.notrun;
  text.textContent = state;
  line.append(name, text);
  return line;
}

// Reading a file is one check for each file: NAME-file, and its sentence names the file.
function sentence(check) {
  return check.name.endsWith("-file") ? (sentences.file ?? "").replace("{0}", fileOf(check)) : sentences[check.name] ?? "";
}

function fileOf(check) {
  return check.expected || check.name.slice(0, -"-file".length);
}

function fault(check) {
  const said = sentences[`${check.name}.failed`];
  return said ? said.replace("{0}", check.expected).replace("{1}", check.actual) : `${words.expected} ${check.expected}; ${words.found} ${check.actual}`;
}
