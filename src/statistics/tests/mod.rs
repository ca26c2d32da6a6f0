mod references;
mod registers;
mod scratch;
mod tables;
