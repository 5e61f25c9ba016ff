use before;
