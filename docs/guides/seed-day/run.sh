#!/usr/bin/env bash
# The seed day: from an ammonia alarm to a fine of 280,000 yuan, with every document. ../seed-day.md says what to see.
# Run it in this folder; SUPERVISION_FONTS names a Chinese font. It makes seed-day.db and the folder out.
set -euo pipefail
mkdir -p out

# The register: two agencies, their officers, three parties. All of them are made up.
export SUPERVISION_CLOCK=2026-02-05T08:30:00+08:00
supervision import items catalogue.json --db seed-day.db
supervision import officers officers.csv --db seed-day.db
supervision import subjects subjects.csv --db seed-day.db
supervision access grant PA001@eco-panan Inspector CaseOfficer Head --db seed-day.db
supervision access grant MS001@msa-panan Inspector CaseOfficer Head --db seed-day.db
ECO="--actor PA001@eco-panan --db seed-day.db"
MSA="--actor MS001@msa-panan --db seed-day.db"
DESK="--agency-short 磐环 --contact 监察大队,0579-84660000 --verify https://verify.example.gov.cn/d/"

# 5 February, 08:30: the sensor at the outlet is over its limit. A sensor alone proves nothing: it opens a task.
supervision task open warning NH3N-20260205 --subject 91999999MA0PAN015U --item 33072700100100 --agency eco-panan --officer PA001 --officer PA002 --due 2026-02-06 $ECO
supervision task do warning.NH3N-20260205 accept $ECO
export SUPERVISION_CLOCK=2026-02-05T11:00:00+08:00
supervision task do warning.NH3N-20260205 enter --officer PA001 --officer PA002 --device phone-7 $ECO
export SUPERVISION_CLOCK=2026-02-05T11:40:00+08:00
supervision task do warning.NH3N-20260205 record --file visit.json $ECO
supervision task do warning.NH3N-20260205 sign --officer PA001 $ECO
supervision task do warning.NH3N-20260205 sign --officer PA002 $ECO
supervision doc issue onSiteRecord warning.NH3N-20260205 --task warning.NH3N-20260205 $DESK $ECO
supervision task do warning.NH3N-20260205 order --by 2026-02-12 --point 1 $ECO
supervision doc issue orderToCorrect warning.NH3N-20260205 --task warning.NH3N-20260205 $DESK $ECO

# 9 February: the laboratory confirms it. The clue is registered; the verification counts from today.
export SUPERVISION_CLOCK=2026-02-09T09:00:00+08:00
supervision doc issue pointNotice warning.NH3N-20260205 --facts point-notice.json --agency-short 磐环 --verify https://verify.example.gov.cn/d/ $ECO
supervision case open pan-1 91999999MA0PAN015U --source Warning --facts 总排口出水氨氮超标 --received 2026-02-09 --violation 2026-02-05 --task warning.NH3N-20260205 --finding warning.NH3N-20260205.1 $ECO
export SUPERVISION_CLOCK=2026-03-06T09:00:00+08:00
supervision case do pan-1 file --text 水样PA-0205-01检测报告（氨氮12.3mg/L） --approved-by 局长 --mark InitialEvidence --mark OwnJurisdiction $ECO
supervision case do pan-1 assign-handlers --person PA001 --person PA002 $ECO
export SUPERVISION_CLOCK=2026-03-09T09:00:00+08:00
supervision case do pan-1 preserve-evidence --text 在线监测运行台账三册 --approved-by 局长 $ECO
export SUPERVISION_CLOCK=2026-03-12T09:00:00+08:00
supervision case do pan-1 resolve-preservation --text 复制后退还 $ECO

# 20 May: what is intended, and the rights. Each step that gives a document issues it: --agency-short asks for that.
export SUPERVISION_CLOCK=2026-05-20T09:00:00+08:00
supervision case do pan-1 serve-notice --fine 280000 --benchmark water-83-2 --grade Lighter --text 2026年2月5日，当事人总排口出水氨氮浓度为12.3mg/L，超过排放标准限值5mg/L。 --mark RightsTold --mark HearingRightTold $DESK $ECO
export SUPERVISION_CLOCK=2026-05-22T09:00:00+08:00
supervision case do pan-1 record-plea --text 设备故障所致，已更换曝气机，请求从轻 $ECO
supervision case do pan-1 answer-plea --text 已及时改正，予以从轻 --mark PleaAccepted $ECO

# 4 June: decided collectively, on the 90th day.
export SUPERVISION_CLOCK=2026-06-04T09:00:00+08:00
supervision case do pan-1 discuss --fine 280000 --person 局长 --person 副局长 --text 同意 $ECO
supervision case do pan-1 decide --fine 280000 --benchmark water-83-2 --grade Lighter --text 当事人及时改正并消除影响 --approved-by 局长 $DESK $ECO
export SUPERVISION_CLOCK=2026-06-05T09:00:00+08:00
supervision case do pan-1 serve --method HandedOver --mark PublicityTold --text 法定代表人当面签收 $DESK $ECO
supervision case timeline pan-1 $ECO
export SUPERVISION_CLOCK=2026-06-15T09:00:00+08:00
supervision case do pan-1 publish --channel DoublePublicity $DESK $ECO

# 23 June: the last day to pay was 22 June. The surcharge runs, 8,400 yuan a day, and is capped on 26 July.
export SUPERVISION_CLOCK=2026-06-23T09:00:00+08:00
supervision case do pan-1 mark-overdue $ECO
export SUPERVISION_CLOCK=2026-07-03T09:00:00+08:00
supervision case do pan-1 publish --channel MarketSystem $DESK $ECO
export SUPERVISION_CLOCK=2026-07-27T09:00:00+08:00
supervision case do pan-1 demand --method HandedOver $DESK $ECO
export SUPERVISION_CLOCK=2026-08-05T09:00:00+08:00
supervision case do pan-1 record-payment --amount 560000 --reference 磐安农商银行 $ECO
supervision case do pan-1 close $DESK $ECO
supervision case timeline pan-1 $ECO

# A second works asks for a hearing: its notice goes out seven working days before.
export SUPERVISION_CLOCK=2026-08-10T09:00:00+08:00
supervision case open pan-2 91999999MA0PAN031H --facts 出水总氮超标 $ECO
supervision case do pan-2 file --text 检测报告 --approved-by 局长 --mark InitialEvidence --mark OwnJurisdiction $ECO
supervision case do pan-2 assign-handlers --person PA001 --person PA002 $ECO
supervision case do pan-2 serve-notice --fine 500000 --benchmark water-83-2 --grade Normal --text 总排口出水总氮浓度超过排放标准。 --mark RightsTold --mark HearingRightTold $DESK $ECO
export SUPERVISION_CLOCK=2026-08-12T09:00:00+08:00
supervision case do pan-2 request-hearing $ECO
supervision case do pan-2 notify-hearing --planned 2026-08-24 --person PA003 --reference 本局三楼会议室 --text 公开 $DESK $ECO

# A noodle shop is warned on the spot, by a benchmark that is made up like the shop: food-126-6 stands in none of the sources that were read.
export SUPERVISION_CLOCK=2026-08-13T10:00:00+08:00
supervision case open pan-3 92999999MA0PAN023K --facts 安排未取得健康证明的人员从事接触直接入口食品的工作 $MSA
supervision case do pan-3 decide-summary --kind Warning --benchmark food-126-6 --grade Normal --person MS001 --person MS002 --text 安排未取得健康证明的人员从事接触直接入口食品的工作 --mark RightsTold --mark PartySigned --agency-short 磐市监 --contact 执法队,0579-84661000 --verify https://verify.example.gov.cn/d/ $MSA

# The joint form of a visit by both agencies.
supervision doc issue jointForm visit-2026-08 --facts joint-form.json --agency-short 磐联 --verify https://verify.example.gov.cn/d/ $ECO

# Everything that was issued, on paper.
supervision doc render onSiteRecord --key warning.NH3N-20260205 --out out/01-on-site-record.pdf $ECO
supervision doc render orderToCorrect --key warning.NH3N-20260205 --out out/02-order-to-correct.pdf $ECO
supervision doc render pointNotice --key warning.NH3N-20260205 --paper receipt --out out/03-point-notice.pdf $ECO
supervision doc render advanceNotice --key pan-1 --out out/04-advance-notice.pdf $ECO
supervision doc render hearingNotice --key pan-2 --out out/05-hearing-notice.pdf $ECO
supervision doc render decision --key pan-1 --out out/06-decision.pdf $ECO
supervision doc render summaryDecision --key pan-3 --out out/07-summary-decision.pdf $MSA
supervision doc render serviceReceipt --key pan-1 --out out/08-service-receipt.pdf $ECO
supervision doc render demand --key pan-1 --out out/09-demand.pdf $ECO
supervision doc render closingReport --key pan-1 --out out/10-closing-report.pdf $ECO
supervision doc render publicationText --key pan-1/2 --public --out out/11-publication-text.pdf $ECO
supervision doc render jointForm --key visit-2026-08 --out out/12-joint-form.pdf $ECO
