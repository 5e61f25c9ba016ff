delete from release;
