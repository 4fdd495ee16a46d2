#!/usr/bin/env bash
# Load on the web host at 10^6 subjects: the ratio of each page to an empty endpoint of the same host. Needs wrk.
# Usage: load.sh CONSOLE-FOLDER WEB-FOLDER WORK-FOLDER [SECONDS]; the folders hold Release builds of the two hosts.
set -euo pipefail
console=$(realpath "$1")/supervision; web=$(realpath "$2")/Supervision.Web.dll; mkdir -p "$3"; work=$(realpath "$3"); seconds=${4:-10}
here=$(cd "$(dirname "$0")" && pwd); db=$work/city.db; cd "$work"
secret=$(head -c 32 /dev/urandom | base64 | tr -d '\n'); port=5099; url=http://127.0.0.1:$port

if [ ! -f "$work/ready" ]; then
  rm -f "$db"*
  "$console" generate city --out city --subjects 1030000 --officers 5166
  "$console" import items city/catalogue.json --db "$db"
  "$console" import officers city/officers.csv --db "$db"
  "$console" import subjects city/subjects.csv --db "$db"
  item=$(python3 -c "import json; print(next(item['code'] for item in json.load(open('city/catalogue.json'))['items'] if item.get('checklistId')))")
  "$console" plan city-2026 --item "$item" --division 999900 --share 3 --db "$db"
  "$console" draw city-2026 --seed bench --db "$db" --out published
  "$console" assign city-2026-1 --seed bench --db "$db" --out published
  touch "$work/ready"
fi

agency=$(python3 -c "import json; print(json.load(open('city/catalogue.json'))['items'][0]['ownerAgencyId'])")
"$console" access grant "load@$agency" Head Inspector --db "$db" > /dev/null || true
Supervision__Database=$db Supervision__Published=$work/published Supervision__SignIn__Gateway__Secret=$secret Supervision__SignIn__Gateway__Proxies=127.0.0.1 \
  Supervision__Limits__PerActor=100000000 Supervision__Limits__PerAddress=100000000 Logging__LogLevel__Default=Warning ASPNETCORE_URLS=$url \
  dotnet "$web" --contentRoot "$(dirname "$web")" > web.log 2>&1 &
host=$!; trap 'kill $host' EXIT
until curl -fsS $url/healthz/ready > /dev/null 2>&1; do kill -0 $host; sleep 0.2; done

who=(-H "X-Supervision-Secret: $secret" -H "X-Supervision-Person: load" -H "X-Supervision-Agency: $agency")
curl -fsS "${who[@]}" "$url/api/tasks?limit=200" > tasks.json
python3 -c "
import json
for task in json.load(open('tasks.json')): print(task['id'], task['officerIds'][0])" > tasks.txt
subject=$(python3 -c "import json; print(json.load(open('tasks.json'))[0]['subjectId'])")

measure() { # name address [script]
  curl -fsS -o /dev/null "${who[@]}" "$url$2" || { echo "$1 cannot be read at $2"; exit 1; }
  wrk -t1 -c8 -d2s "${who[@]}" "$url$2" > /dev/null
  TASKS=$work/tasks.txt wrk -t1 -c8 -d"${seconds}s" -s "$here/${3:-read.lua}" "${who[@]}" "$url$2" | sed -n "s/^RESULT /| $1 | /p"
}

echo "| page | requests/s | p50, ms | p99, ms | answers that are errors |"; echo "|---|---:|---:|---:|---:|"
measure "empty endpoint (\`/healthz/live\`)" /healthz/live
measure "work list (\`/bureau\`)" /bureau
measure "tasks, one page of the API" "/api/tasks?limit=50"
measure "dossier (\`/api/subjects/ID/dossier\`)" "/api/subjects/$subject/dossier"
measure "task submit (operations, durable)" "/api/tasks?limit=1" submit.lua
measure "public draw page" /draws/city-2026-1
