-- Each request hands in one new answer of one of the tasks, under a key of its own: an effect, a journal entry and an answer in one durable transaction.
local tasks, sent, run = {}, 0, os.time()
for line in io.lines(os.getenv("TASKS")) do
  local id, officer = line:match("(%S+) (%S+)")
  tasks[#tasks + 1] = { id, officer }
end

function request()
  sent = sent + 1
  local task = tasks[sent % #tasks + 1]
  local body = string.format('[{"taskId":"%s","deviceId":"load-%d","sequence":%d,"at":"2026-03-02T09:30:00+08:00","officerId":"%s","kind":"Answer",'
    .. '"entry":{"pointId":"load","answer":"Conform","note":"","evidence":[]}}]', task[1], run, sent, task[2])
  local headers = { ["Content-Type"] = "application/json", ["Idempotency-Key"] = string.format("load-%d-%d", run, sent) }
  for name, value in pairs(wrk.headers) do headers[name] = value end
  return wrk.format("POST", "/api/tasks/" .. task[1] .. "/operations", headers, body)
end

function done(summary, latency)
  local errors = summary.errors.status + summary.errors.connect + summary.errors.read + summary.errors.timeout
  print(string.format("RESULT %.0f | %.1f | %.1f | %d |", summary.requests / summary.duration * 1e6, latency:percentile(50) / 1e3, latency:percentile(99) / 1e3, errors))
end
