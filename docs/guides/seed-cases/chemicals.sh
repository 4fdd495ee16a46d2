#!/usr/bin/env bash
# Chemicals in a goods depot, Yiwu, 8 August 2019, 17:05: 25 barrels (10 t) of salicylaldehyde and a tonne of titanate, and a haulier of another city behind them.
# The hour of the report, the goods and the haulier are those of the account; the other hours are made up. Run it in this folder. A remark at the end of a line says
# what the command answers, and a test holds it; "!" stands before what is refused.
set -euo pipefail
DB=chemicals.db
CENTRE="--actor WC001@centre-yiwu --db chemicals.db"
SAFETY="--actor EM001@emergency-yiwu --db chemicals.db"
ROADS="--actor TR001@transport-yiwu --db chemicals.db"
export SUPERVISION_CLOCK=2019-08-08T08:00:00+08:00
source register.sh

export SUPERVISION_CLOCK=2019-08-08T17:05:00+08:00
supervision event report DEPOT-1 GridEvent 四海大道某物流园7栋18-19档口存放危险化学品 --from centre-yiwu --to centre-yiwu --subject 91999999MA0YWC013T $CENTRE # state Reported, due 2019-08-08T21:05
supervision event do DEPOT-1 triage --category dangerous-goods $CENTRE # state Triaged, due 2019-08-08T19:05
supervision event do DEPOT-1 dispatch --agency emergency-yiwu $CENTRE # state Dispatched, due 2019-08-08T19:05

# The officers have it on the phone and go at once.
export SUPERVISION_CLOCK=2019-08-08T17:10:00+08:00
supervision event do DEPOT-1 accept --item 33078200500100 --officer EM001 --officer EM002 $SAFETY # state Accepted, due 2019-08-09T17:10
supervision task do coordination.DEPOT-1 accept $SAFETY
export SUPERVISION_CLOCK=2019-08-08T17:40:00+08:00
supervision event do DEPOT-1 arrive-on-site --officer EM001 --officer EM002 $SAFETY # state OnSite, due 2019-08-09T17:40
supervision task do coordination.DEPOT-1 enter --officer EM001 --officer EM002 $SAFETY
export SUPERVISION_CLOCK=2019-08-08T19:20:00+08:00
supervision task do coordination.DEPOT-1 record --file depot-visit.json $SAFETY
supervision task do coordination.DEPOT-1 sign --officer EM001 $SAFETY
supervision task do coordination.DEPOT-1 sign --officer EM002 --actor EM002@emergency-yiwu --db $DB
supervision task do coordination.DEPOT-1 clue --reason 违规储存水杨醛25桶（10吨）、钛酸乙酯1吨 --point 1 --point 2 $SAFETY # state CaseClue
supervision event do DEPOT-1 handle --text 查扣并转移，线索立案 $SAFETY # state Handled

# Upstream: a haulier of Lianyungang carried it in a vehicle that was not made for it. That is for the transport bureau: a clue of its own, about this event.
export SUPERVISION_CLOCK=2019-08-09T09:00:00+08:00
supervision event report DEPOT-1-HAULIER Clue 连云港某物流公司使用非专用车辆经义乌中转危化品 --from emergency-yiwu --to transport-yiwu --about DEPOT-1 $SAFETY # state Reported, agency transport-yiwu
! supervision event do DEPOT-1-HAULIER triage --category dangerous-goods $SAFETY # refused SUP9302
supervision event do DEPOT-1-HAULIER triage --category dangerous-goods $ROADS # state Triaged
supervision event do DEPOT-1-HAULIER dispatch --agency transport-yiwu $ROADS # state Dispatched
supervision event do DEPOT-1-HAULIER accept $ROADS # state Accepted
supervision event do DEPOT-1-HAULIER handle --text 立案调查 $ROADS # state Handled
supervision event do DEPOT-1-HAULIER feed-back --text 已立案 $ROADS # state FedBack, agency emergency-yiwu
supervision event do DEPOT-1-HAULIER close $SAFETY # state Closed
supervision event do DEPOT-1 feed-back --text 查获上游运输单位，移送交通部门 $SAFETY # state FedBack
supervision event do DEPOT-1 close $CENTRE # state Closed
