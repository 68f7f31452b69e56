-- Chat dissatisfaction: the buyer answered the survey after the conversation with few stars.

-- population
satisfaction IS NOT NULL

-- cohort day
opened_day

-- fault: dissatisfied
satisfaction <= {{ setting.stars_at_most }}
