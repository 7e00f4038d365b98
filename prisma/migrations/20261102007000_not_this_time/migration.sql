-- An invited mentor can say "not this time": no reason is asked, and they stay welcome for later cohorts.
ALTER TYPE "Willingness" ADD VALUE 'NOT_THIS_TIME' BEFORE 'EXPIRED';

DROP TRIGGER edges_willingness ON "MentorNomination";
CREATE TRIGGER edges_willingness BEFORE UPDATE ON "MentorNomination" FOR EACH ROW EXECUTE FUNCTION keep_edges('willingness',
  'NOT_ASKED>INVITED', 'INVITED>ACCEPTED', 'INVITED>DECLINED', 'INVITED>NOT_THIS_TIME', 'INVITED>EXPIRED',
  'EXPIRED>INVITED', 'DECLINED>INVITED', 'NOT_THIS_TIME>INVITED');
