// Loads the drawing of DMN when it is asked for. Without this script the file is read, checked and shown all the same.
const button = document.querySelector('#dmn-draw');
const place = document.querySelector('#dmn-editor');
const form = document.querySelector('#dmn-form');
const text = document.querySelector('#text');
let drawn;

button.hidden = false;
button.addEventListener('click', async () => {
  button.disabled = true;
  const style = document.createElement('link');
  style.rel = 'stylesheet';
  style.href = button.dataset.style;
  document.head.append(style);
  try {
    const { edit } = await import(button.dataset.script);
    place.hidden = false;
    drawn = await edit(place, text.value);
  } catch {
    place.hidden = true;
    document.querySelector('#dmn-failed').hidden = false;
  }
});

// What was drawn goes into the form before it is handed in.
form.addEventListener('submit', async event => {
  if (!drawn) return;
  event.preventDefault();
  text.value = await drawn();
  drawn = undefined;
  form.requestSubmit(event.submitter);
});
