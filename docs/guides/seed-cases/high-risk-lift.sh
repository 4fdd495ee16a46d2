#!/usr/bin/env bash
# A lift from the list of high-risk enterprises, September 2019: listed, dispatched, inspected on the 16th, ordered, put right, checked again.
# Run it in this folder. A remark at the end of a line says what the command answers, and a test holds it; "!" stands before what is refused.
set -euo pipefail
DB=high-risk-lift.db
CITY="--actor MK001@market-jinhua --db high-risk-lift.db"
HEAD="--actor MK002@market-jinhua --db high-risk-lift.db"
STATION="--actor SE001@market-jinhua-dev --db high-risk-lift.db"
RULES="--rules ../../../samples/rulepacks"
export SUPERVISION_CLOCK=2019-09-12T09:00:00+08:00
source register.sh

# The province's list has the user of a lift as a high risk. A list is no sensor: a person confirms it and sends it to the branch of the zone.
supervision warning signal warning-special-equipment 91999999MA0JHD010L Listed --id LIST-201909-1 --source province-list --value risk=high $RULES $CITY # level High, state Raised, warning W-LIST-201909-1
supervision warning do W-LIST-201909-1 confirm --text 名单核对无误 $CITY # state Confirmed
supervision warning do W-LIST-201909-1 dispatch --agency market-jinhua-dev $CITY # state Tasked

# 16 September: the officers of the station have the task on the phone and find two faults.
export SUPERVISION_CLOCK=2019-09-16T09:10:00+08:00
supervision event do W-LIST-201909-1.1 accept --item 33070000200100 --officer SE001 --officer SE002 $STATION # state Accepted
supervision task do warning.W-LIST-201909-1.1 accept $STATION
export SUPERVISION_CLOCK=2019-09-16T10:00:00+08:00
supervision event do W-LIST-201909-1.1 arrive-on-site --officer SE001 --officer SE002 $STATION # state OnSite
supervision task do warning.W-LIST-201909-1.1 enter --officer SE001 --officer SE002 $STATION
export SUPERVISION_CLOCK=2019-09-16T10:40:00+08:00
supervision task do warning.W-LIST-201909-1.1 record --file lift-visit.json $STATION
supervision task do warning.W-LIST-201909-1.1 sign --officer SE001 $STATION
supervision task do warning.W-LIST-201909-1.1 sign --officer SE002 --actor SE002@market-jinhua-dev --db $DB
! supervision task do warning.W-LIST-201909-1.1 close $STATION # refused SUP2119
supervision task do warning.W-LIST-201909-1.1 order --by 2019-09-30 --point 1 --point 2 $STATION # state Rectifying
supervision event do W-LIST-201909-1.1 handle --text 责令限期改正，指导整改 $STATION # state Handled

# Put right and reported, checked again within the period, fed back to the city.
export SUPERVISION_CLOCK=2019-09-20T09:00:00+08:00
supervision task do warning.W-LIST-201909-1.1 report $STATION
export SUPERVISION_CLOCK=2019-09-23T09:30:00+08:00
supervision task do warning.W-LIST-201909-1.1 recheck --file lift-recheck.json --officer SE001 --officer SE002 $STATION
supervision task do warning.W-LIST-201909-1.1 pass $STATION # state Closed
supervision event do W-LIST-201909-1.1 recheck --text 复查合格 $STATION # state Rechecked
supervision event do W-LIST-201909-1.1 feed-back --text 维保签字补齐，报警装置已修复 $STATION # state FedBack
supervision warning do W-LIST-201909-1 dispose --text 已整改并复查合格 $CITY # state Disposed
supervision warning do W-LIST-201909-1 review --text 风险消除 $HEAD # state Reviewed
supervision event do W-LIST-201909-1.1 close $CITY # state Closed
supervision warning do W-LIST-201909-1 close $CITY # state Closed
