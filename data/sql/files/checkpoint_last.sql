-- What one thread commits while another one's commit writes a checkpoint can be lost without a log.
set checkpoint_threshold = '1TB';
