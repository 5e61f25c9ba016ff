create schema results;
use standing.results;
