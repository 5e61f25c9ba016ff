delete from decision;
