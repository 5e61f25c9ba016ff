use memory;
