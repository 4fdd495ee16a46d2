# R peers of the draw. Prints "name<TAB>k<TAB>CPU ms"; sample.int is O(N k), so it runs once.
n <- 1030000L
position <- (seq_len(n) - 1L) %% 20L
weights <- ifelse(position == 0L, 8, ifelse(position <= 5L, 3, 1))
cpu <- function(draw) { t <- system.time(draw); 1000 * (t[["user.self"]] + t[["sys.self"]]) }
k <- 30900L
cat(sprintf("R order(rexp(N) / w)[1:k]\t%d\t%.1f\n", k, median(replicate(5, cpu(order(rexp(n) / weights)[seq_len(k)])))))
cat(sprintf("R sample.int(N, k, prob)\t%d\t%.1f\n", k, cpu(sample.int(n, k, prob = weights))))
