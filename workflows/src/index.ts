export { accountability } from './accountability/accountability.workflow';
export { cadrePosting } from './cadre-posting/cadre-posting.workflow';
export { countyListing } from './county-listing/county-listing.workflow';
export { householdMonitoring } from './household-monitoring/household-monitoring.workflow';
export { interview } from './interview/interview.workflow';
export { monthlyAssessment } from './monthly-assessment/monthly-assessment.workflow';
export { supervisionCycle } from './supervision-cycle/supervision-cycle.workflow';
export { townshipScores } from './township-scores/township-scores.workflow';
