#!/usr/bin/env bash
# A P2P lender, spring 2019: negative reviews make it a medium risk, a real-name complaint raises it one level, and three agencies get a task.
# Run it in this folder. A remark at the end of a line says what the command answers, and a test holds it; "!" stands before what is refused.
set -euo pipefail
DB=p2p-lender.db
CENTRE="--actor WC001@centre-jinhua --db p2p-lender.db"
HEAD="--actor WC002@centre-jinhua --db p2p-lender.db"
POLICE="--actor PO001@police-jinhua --db p2p-lender.db"
MARKET="--actor MK001@market-jinhua --db p2p-lender.db"
FINANCE="--actor FI001@finance-jinhua --db p2p-lender.db"
RULES="--rules ../../../samples/rulepacks"
export SUPERVISION_CLOCK=2019-05-01T09:00:00+08:00
source register.sh

# Nine negative reviews in ten days say nothing yet; the tenth makes it medium. Medium is raised, and waits for a person.
export SUPERVISION_CLOCK=2019-05-01T20:00:00+08:00
supervision warning signal warning-p2p-lender 91999999MA0P2P017B Review --id REVIEW-01 --source platform --value negative=true $RULES $CENTRE # level None
export SUPERVISION_CLOCK=2019-05-02T20:00:00+08:00
supervision warning signal warning-p2p-lender 91999999MA0P2P017B Review --id REVIEW-02 --source platform --value negative=true $RULES $CENTRE # level None
export SUPERVISION_CLOCK=2019-05-03T20:00:00+08:00
supervision warning signal warning-p2p-lender 91999999MA0P2P017B Review --id REVIEW-03 --source platform --value negative=true $RULES $CENTRE # level None
export SUPERVISION_CLOCK=2019-05-04T20:00:00+08:00
supervision warning signal warning-p2p-lender 91999999MA0P2P017B Review --id REVIEW-04 --source platform --value negative=true $RULES $CENTRE # level None
export SUPERVISION_CLOCK=2019-05-05T20:00:00+08:00
supervision warning signal warning-p2p-lender 91999999MA0P2P017B Review --id REVIEW-05 --source platform --value negative=true $RULES $CENTRE # level None
export SUPERVISION_CLOCK=2019-05-06T20:00:00+08:00
supervision warning signal warning-p2p-lender 91999999MA0P2P017B Review --id REVIEW-06 --source platform --value negative=true $RULES $CENTRE # level None
export SUPERVISION_CLOCK=2019-05-07T20:00:00+08:00
supervision warning signal warning-p2p-lender 91999999MA0P2P017B Review --id REVIEW-07 --source platform --value negative=true $RULES $CENTRE # level None
export SUPERVISION_CLOCK=2019-05-08T20:00:00+08:00
supervision warning signal warning-p2p-lender 91999999MA0P2P017B Review --id REVIEW-08 --source platform --value negative=true $RULES $CENTRE # level None
export SUPERVISION_CLOCK=2019-05-09T20:00:00+08:00
supervision warning signal warning-p2p-lender 91999999MA0P2P017B Review --id REVIEW-09 --source platform --value negative=true $RULES $CENTRE # level None
export SUPERVISION_CLOCK=2019-05-10T20:00:00+08:00
supervision warning signal warning-p2p-lender 91999999MA0P2P017B Review --id REVIEW-10 --source platform --value negative=true $RULES $CENTRE # level Medium, state Raised, warning W-REVIEW-10

# 13 May: somebody complains under their own name. The complaint has its clock, and it is a signal: high, and dispatched by rule to three agencies.
export SUPERVISION_CLOCK=2019-05-13T10:00:00+08:00
supervision event report COMPLAINT-1 Complaint 投资款无法提现 --from centre-jinhua --to centre-jinhua --subject 91999999MA0P2P017B --real-name $CENTRE # state Reported
supervision warning signal warning-p2p-lender 91999999MA0P2P017B Complaint --id COMPLAINT-1 --source complaint --value realName=true $RULES $CENTRE # level High, state Tasked, warning W-REVIEW-10, isNew false
supervision event do W-REVIEW-10.1 accept --item 33070000330100 --officer PO001 --officer PO002 $POLICE # state Accepted, agency police-jinhua
supervision event do W-REVIEW-10.2 accept --item 33070000310100 --officer MK001 --officer MK002 $MARKET # state Accepted, agency market-jinhua
supervision event do W-REVIEW-10.3 accept --item 33070000320100 --officer FI001 --officer FI002 $FINANCE # state Accepted, agency finance-jinhua

# Each inspects; the warning is not disposed of before the last of them has fed back.
export SUPERVISION_CLOCK=2019-05-15T14:00:00+08:00
supervision inspect p2p-police.json $POLICE
supervision inspect p2p-market.json $MARKET
supervision event do W-REVIEW-10.1 handle --text 资金流向已核查 $POLICE # state Handled
supervision event do W-REVIEW-10.1 feed-back --text 未见挪用 $POLICE # state FedBack
supervision event do W-REVIEW-10.2 handle --text 宣传保本，责令改正 $MARKET # state Handled
supervision event do W-REVIEW-10.2 feed-back --text 已责令改正 $MARKET # state FedBack
! supervision warning do W-REVIEW-10 dispose --text 已处置 $CENTRE # refused SUP7014
export SUPERVISION_CLOCK=2019-05-16T09:00:00+08:00
supervision inspect p2p-finance.json $FINANCE
supervision event do W-REVIEW-10.3 handle --text 业务合规情况已检查 $FINANCE # state Handled
supervision event do W-REVIEW-10.3 feed-back --text 要求限期兑付 $FINANCE # state FedBack
supervision warning do W-REVIEW-10 dispose --text 三部门已检查 $CENTRE # state Disposed
supervision warning do W-REVIEW-10 review --text 继续监测 $HEAD # state Reviewed
supervision warning do W-REVIEW-10 close $CENTRE # state Closed
