# The register of the five cases: agencies, items, officers, subjects, and who may do what. All of it is made up. DB names the database.
supervision import items catalogue.json --db $DB
supervision import officers officers.csv --db $DB
supervision import subjects subjects.csv --db $DB
supervision access grant WC001@centre-panan Planner --db $DB
supervision access grant WC002@centre-panan Head --db $DB
supervision access grant WC001@centre-jinhua Planner --db $DB
supervision access grant WC002@centre-jinhua Head --db $DB
supervision access grant WC001@centre-yiwu Planner --db $DB
supervision access grant EN001@env-panan Inspector Planner --db $DB
supervision access grant EN002@env-panan Inspector --db $DB
supervision access grant MK001@market-jinhua Inspector Planner Head --db $DB
supervision access grant MK002@market-jinhua Inspector Head --db $DB
supervision access grant SE001@market-jinhua-dev Inspector Planner --db $DB
supervision access grant SE002@market-jinhua-dev Inspector --db $DB
supervision access grant PO001@police-jinhua Inspector Planner Head --db $DB
supervision access grant FI001@finance-jinhua Inspector Planner Head --db $DB
supervision access grant TR001@transport-yiwu Inspector Planner --db $DB
supervision access grant TR002@transport-yiwu Inspector --db $DB
supervision access grant EM001@emergency-yiwu Inspector Planner --db $DB
supervision access grant EM002@emergency-yiwu Inspector --db $DB
