mod attackers;
mod case_list;
mod guarantees;
mod notation;
mod references;
mod registers;
mod schemas;
mod tables;
