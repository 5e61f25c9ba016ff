attach ':memory:' as before;
use before;
