#!/usr/bin/env bash
# An ammonia alarm at a sewage works, 1 July 2019: what a sensor says leads to an inspection and a sample, never straight to a penalty.
# Run it in this folder. A remark at the end of a line says what the command answers, and a test holds it; "!" stands before what is refused.
set -euo pipefail
DB=sewage-alarm.db
CENTRE="--actor WC001@centre-panan --db sewage-alarm.db"
HEAD="--actor WC002@centre-panan --db sewage-alarm.db"
ENV="--actor EN001@env-panan --db sewage-alarm.db"
RULES="--rules ../../../samples/rulepacks"
export SUPERVISION_CLOCK=2019-07-01T08:00:00+08:00
source register.sh

# 08:30: 12.6 mg/L, 5 are allowed: more than twice over. The model says "high"; from "medium" on the rule dispatches it to the county's environment bureau.
export SUPERVISION_CLOCK=2019-07-01T08:40:00+08:00
supervision warning signal warning-sensor-limit 91999999MA0PAN015U Reading --id NH3N-1 --source sensor --at 2019-07-01T08:30 --value parameter=氨氮 --value value=12.6 --value limit=5 $RULES $CENTRE # level High, state Tasked, warning W-NH3N-1
supervision warning show W-NH3N-1 $CENTRE # state Tasked, due 2019-07-16T00:00

# An hour later it is still over: the same cause is the same warning, counted and not raised anew.
export SUPERVISION_CLOCK=2019-07-01T09:30:00+08:00
supervision warning signal warning-sensor-limit 91999999MA0PAN015U Reading --id NH3N-2 --source sensor --value parameter=氨氮 --value value=12.9 --value limit=5 $RULES $CENTRE # isNew false, warning W-NH3N-1

# The bureau takes it: accepting with an item and two officers opens the inspection.
supervision event do W-NH3N-1.1 accept --item 33072700100100 --officer EN001 --officer EN002 $ENV # state Accepted, due 2019-07-09T00:00
! supervision event do W-NH3N-1.1 arrive-on-site --officer EN001 $ENV # refused SUP7012
export SUPERVISION_CLOCK=2019-07-01T10:20:00+08:00
supervision event do W-NH3N-1.1 arrive-on-site --officer EN001 --officer EN002 $ENV # state OnSite
! supervision event do W-NH3N-1.1 handle --text 现场检查并取样 --fact sample=PA-0701-01 $ENV # refused SUP7019
supervision task do warning.W-NH3N-1.1 accept $ENV
supervision task do warning.W-NH3N-1.1 enter --officer EN001 --officer EN002 $ENV
export SUPERVISION_CLOCK=2019-07-01T11:30:00+08:00
supervision task do warning.W-NH3N-1.1 record --file sewage-visit.json $ENV
supervision task do warning.W-NH3N-1.1 sign --officer EN001 $ENV
supervision task do warning.W-NH3N-1.1 sign --officer EN002 --actor EN002@env-panan --db $DB
supervision task do warning.W-NH3N-1.1 clue --reason 总排口出水氨氮超标，水样PA-0701-01已送检 --point 1 $ENV
supervision task do warning.W-NH3N-1.1 order --by 2019-07-08 --point 1 $ENV # state Rectifying

# Without a sample the alarm is not disposed of, whatever is claimed.
export SUPERVISION_CLOCK=2019-07-02T09:00:00+08:00
supervision event do W-NH3N-1.1 handle --text 现场检查，责令改正 $ENV # state Handled
supervision event do W-NH3N-1.1 feed-back --text 已责令改正 $ENV # state FedBack
! supervision warning do W-NH3N-1 dispose --text 已处置 $CENTRE # refused SUP7016
supervision event do W-NH3N-1.1 return --text 请补充取样情况 $CENTRE # state Accepted
supervision event do W-NH3N-1.1 handle --text 水样氨氮12.3mg/L，超标 --fact sample=PA-0701-01 $ENV # state Handled
supervision event do W-NH3N-1.1 feed-back --text 检测报告已附，线索已移送立案 $ENV # state FedBack
supervision warning do W-NH3N-1 dispose --text 已检查取样，线索移送立案 $CENTRE # state Disposed

# Who disposed of it does not review it: no sector closes its own warnings unseen.
! supervision warning do W-NH3N-1 review --text 处置得当 $CENTRE # refused SUP7017
supervision warning do W-NH3N-1 review --text 处置得当，结果反馈模型 $HEAD # state Reviewed
supervision event do W-NH3N-1.1 close $CENTRE # state Closed
supervision warning do W-NH3N-1 close $CENTRE # state Closed
