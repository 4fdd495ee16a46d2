// Judges the form while it is filled in. Without this script the button does the same.
const form = document.querySelector('#rule-editor');
const checks = document.querySelector('#checks');
let timer, running;

form.addEventListener('input', event => {
  if (event.target.id === 'text') return; // the places of the fields would no longer fit: the button reads it anew
  clearTimeout(timer);
  timer = setTimeout(check, 300);
});

async function check() {
  running?.abort();
  running = new AbortController();
  try {
    const answer = await fetch(form.action, { method: 'POST', body: new FormData(form), signal: running.signal });
    if (!answer.ok) return;
    const page = new DOMParser().parseFromString(await answer.text(), 'text/html');
    checks.replaceChildren(...page.querySelector('#checks').childNodes);
  } catch (fault) {
    if (fault.name !== 'AbortError') throw fault;
  }
}
