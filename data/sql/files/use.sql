use book_file;
