set temp_directory = $path;
