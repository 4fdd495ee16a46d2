#!/usr/bin/env bash
# Weeds on the verge of a road hide the bend, Yiwu, 5 August 2019: reported by a grid worker, ordered on the spot, checked the next day, fed back in two days.
# The days are those of the account, the hours are made up. Run it in this folder. A remark at the end of a line says what the command answers, and a test holds it;
# "!" stands before what is refused.
set -euo pipefail
DB=road-verge.db
CENTRE="--actor WC001@centre-yiwu --db road-verge.db"
ROADS="--actor TR001@transport-yiwu --db road-verge.db"
export SUPERVISION_CLOCK=2019-08-05T08:00:00+08:00
source register.sh

# Each state has its hours: four to look at it, two to dispatch, two to accept, a day to handle.
export SUPERVISION_CLOCK=2019-08-05T09:20:00+08:00
supervision event report VERGE-1 GridEvent 金义东南路沿线公路隔离带杂草丛生，影响行车转弯视线 --from centre-yiwu --to centre-yiwu --subject 91999999MA0YWR014U --at 2019-08-05T09:12 $CENTRE # state Reported, due 2019-08-05T13:12
! supervision event do VERGE-1 triage --category weeds $CENTRE # refused SUP7013
supervision event do VERGE-1 triage --category road-verge $CENTRE # state Triaged, due 2019-08-05T11:20
supervision event do VERGE-1 dispatch --agency transport-yiwu $CENTRE # state Dispatched, due 2019-08-05T11:20, agency transport-yiwu
! supervision event do VERGE-1 accept --actor EM001@emergency-yiwu --db road-verge.db # refused SUP7000
export SUPERVISION_CLOCK=2019-08-05T09:40:00+08:00
supervision event do VERGE-1 accept --item 33078200400100 --officer TR001 --officer TR002 $ROADS # state Accepted, due 2019-08-06T09:40
supervision task do coordination.VERGE-1 accept $ROADS
export SUPERVISION_CLOCK=2019-08-05T10:30:00+08:00
supervision event do VERGE-1 arrive-on-site --officer TR001 --officer TR002 $ROADS # state OnSite, due 2019-08-06T10:30
supervision task do coordination.VERGE-1 enter --officer TR001 --officer TR002 $ROADS

# The builder cared for its works and not for the verge: photographed, ordered to put it right at once.
export SUPERVISION_CLOCK=2019-08-05T11:00:00+08:00
supervision task do coordination.VERGE-1 record --file verge-visit.json $ROADS
supervision task do coordination.VERGE-1 sign --officer TR001 $ROADS
supervision task do coordination.VERGE-1 sign --officer TR002 --actor TR002@transport-yiwu --db $DB
supervision task do coordination.VERGE-1 order --by 2019-08-06 --point 1 $ROADS # state Rectifying
supervision event do VERGE-1 handle --text 现场责令施工单位立即整改 $ROADS # state Handled, due 2019-08-07T00:00

# The next day: looked at again, the danger is gone, fed back to the four platforms.
export SUPERVISION_CLOCK=2019-08-06T09:30:00+08:00
supervision task do coordination.VERGE-1 report $ROADS
supervision task do coordination.VERGE-1 recheck --file verge-recheck.json --officer TR001 --officer TR002 $ROADS
supervision task do coordination.VERGE-1 pass $ROADS # state Closed
supervision event do VERGE-1 recheck --text 公路安全隐患已消除 $ROADS # state Rechecked, due 2019-08-07T09:30
supervision event do VERGE-1 feed-back --text 两日内闭环 $ROADS # state FedBack
supervision event do VERGE-1 close $CENTRE # state Closed
