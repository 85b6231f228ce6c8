// The conversation with the benchmark: a line of JSON comes in for each article, a line with its milliseconds goes out.
import { createInterface } from "node:readline";

export async function serve(check) {
  for await (const line of createInterface({ input: process.stdin })) {
    const article = JSON.parse(line);
    const cpu = process.cpuUsage();
    const start = process.hrtime.bigint();
    let answer;
    try {
      const findings = await check(article);
      const ms = Number(process.hrtime.bigint() - start) / 1e6;
      const { user, system } = process.cpuUsage(cpu);
      answer = { ms, cpu_ms: (user + system) / 1e3, findings };
    } catch (error) {
      answer = { error: `${error.name}: ${error.message}`.slice(0, 300) };
    }
    process.stdout.write(`${JSON.stringify(answer)}\n`);
  }
}
