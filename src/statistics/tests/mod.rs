mod references;
mod registers;
mod tables;
