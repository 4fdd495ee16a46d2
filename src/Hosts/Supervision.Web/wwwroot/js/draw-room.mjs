// Shows what happens in the draw room as it happens. Without it the page asks again every two seconds.
const list = document.getElementById("room-lines");
if (list?.dataset.events) {
  list.replaceChildren();
  const events = new EventSource(list.dataset.events);
  events.addEventListener("line", (event) => {
    const line = document.createElement("li");
    line.textContent = event.data;
    list.append(line);
  });
  const again = () => { events.close(); location.reload(); };
  events.addEventListener("over", again);
  events.addEventListener("error", again);
}
