// Shows how far a comparison is. Without it the page asks again every two seconds.
const bar = document.getElementById("judged");
if (bar) {
  const words = document.getElementById("judged-words");
  const events = new EventSource(bar.dataset.events);
  events.addEventListener("judged", (event) => {
    const told = JSON.parse(event.data);
    bar.value = told.judged;
    words.textContent = told.words;
  });
  const again = () => { events.close(); location.reload(); };
  events.addEventListener("over", again);
  events.addEventListener("error", again);
}
