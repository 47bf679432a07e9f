using System.Collections.Generic;
using static FetchHive.Generators.Tests.Calls.Use.UseCase;

namespace FetchHive.Generators.Tests.Calls.Use;

/// <summary>Written by someone who had not seen the rules.</summary>
internal static class Strangers2
{
    public static IEnumerable<UseCase> All =>
    [
        Mistake("lazy calls enumerated twice", "an iterator method enumerated by WhenAll and again for the results", """
            IEnumerable<Task<Profile>> started = StartAll(profiles, companies);
            await Task.WhenAll(started);
            int total = started.Sum(s => s.Result.Employees);
            Console.WriteLine(total);
            """, members: """
            private static IEnumerable<Task<Profile>> StartAll(IProfiles service, IEnumerable<Company> all)
            {
                foreach (Company one in all)
                {
                    yield return service.RunAsync(one);
                }
            }
            """),
        Mistake("lazy calls enumerated twice", "awaited as they complete, over a lazy sequence", """
            IEnumerable<Task<string>> pending = topics.Select(t => briefs.RunAsync(t, token));
            while (pending.Any())
            {
                Task<string> done = await Task.WhenAny(pending);
                Console.WriteLine(await done);
                pending = pending.Where(p => p != done);
            }
            """),
        Mistake("lazy calls enumerated twice", "zipped with the topics afterwards", """
            var runs = topics.Select(async t => await briefs.RunFullAsync(t, token));
            await Task.WhenAll(runs);
            foreach (var (t, r) in topics.Zip(runs))
            {
                log.LogInformation("{Topic}: {RequestId}", t, (await r).RequestId);
            }
            """),
        Mistake("lazy calls enumerated twice", "a local function that counts its argument", """
            await ReportAsync(companies.Select(c => profiles.RunAsync(c, token)));

            async Task ReportAsync(IEnumerable<Task<Profile>> calls)
            {
                log.LogInformation("Waiting for {Count}", calls.Count());
                foreach (Profile p in await Task.WhenAll(calls))
                {
                    await mailer.SendAsync(p.Name);
                }
            }
            """),
        Right("lazy calls enumerated twice", "made a list first", """
            var calls = topics.Select(t => briefs.RunAsync(t, token)).ToList();
            await Task.WhenAll(calls);
            foreach (Task<string> call in calls)
            {
                Console.WriteLine(await call);
            }
            """),
        Right("lazy calls enumerated twice", "a collection expression", """
            Task<string>[] calls = [.. topics.Select(t => briefs.RunAsync(t, token))];
            log.LogInformation("Waiting for {Count}", calls.Count());
            await Task.WhenAll(calls);
            mailer.Send(string.Join("\n", calls.Select(c => c.Result)));
            """),
        Right("lazy calls enumerated twice", "declared as a sequence, and materialised", """
            IEnumerable<Task<Profile>> calls = companies.Select(c => profiles.RunAsync(c, token)).ToArray();
            if (calls.Any())
            {
                Profile[] all = await Task.WhenAll(calls);
                Console.WriteLine(all.Max(p => p.Employees));
            }
            """),
        Right("lazy calls enumerated twice", "the results are walked twice, not the calls", """
            var calls = companies.Select(c => profiles.RunAsync(c, token));
            Profile[] all = await Task.WhenAll(calls);
            Console.WriteLine($"{all.Length} companies, {all.Sum(p => p.Employees)} people");
            foreach (Profile p in all)
            {
                Console.WriteLine(p.Name);
            }
            """),
        Right("lazy calls enumerated twice", "one way or the other", """
            var calls = topics.Select(t => briefs.RunAsync(t, token));
            if (topics.Count > 20)
            {
                foreach (Task<string> call in calls)
                {
                    mailer.Send(await call);
                }
            }
            else
            {
                mailer.Send(string.Join("\n\n", await Task.WhenAll(calls)));
            }
            """),
        Right("lazy calls enumerated twice", "the inputs are walked twice", """
            IEnumerable<Company> secure = companies.Where(c => c.Website.Scheme == Uri.UriSchemeHttps);
            log.LogInformation("{Count} companies", secure.Count());
            foreach (Company c in secure)
            {
                Console.WriteLine(await profiles.RunAsync(c, token));
            }
            """),
        Right("lazy calls enumerated twice", "functions that start when they are called", """
            IEnumerable<Func<Task<string>>> jobs = topics.Select(t => (Func<Task<string>>)(() => briefs.RunAsync(t, token)));
            log.LogInformation("{Count} jobs", jobs.Count());
            foreach (Func<Task<string>> job in jobs)
            {
                mailer.Send(await job());
            }
            """),
        Right("lazy calls enumerated twice", "a sequence for each chunk", """
            foreach (string[] chunk in topics.Chunk(5))
            {
                var calls = chunk.Select(t => briefs.RunAsync(t, token));
                string[] texts = await Task.WhenAll(calls);
                mailer.Send(string.Join("\n", texts));
            }
            """),
        Mistake("signature not checked", "verified and gone on", """
            CallbackSignature.Verify(body, header, secret);
            WorkflowCallback<string> result = IBriefs.StartCallback.Read(body);
            await mailer.SendAsync(result.GetOutput());
            """),
        Mistake("signature not checked", "discarded", """
            _ = CallbackSignature.Verify(body, header, secret);
            var done = IBriefs.StartCallback.Read(body);
            Console.WriteLine(done.RequestId);
            """),
        Mistake("signature not checked", "only a mismatch is refused", """
            if (CallbackSignature.Verify(body, header, secret) == CallbackSignatureResult.Mismatched)
            {
                throw new UnauthorizedAccessException("Signature mismatch");
            }

            mailer.Send(IBriefs.StartCallback.Read(body).GetOutput());
            """),
        Mistake("signature not checked", "a pattern that forgets the mismatch", """
            var verdict = CallbackSignature.Verify(body, header, secret);
            if (verdict is CallbackSignatureResult.Missing or CallbackSignatureResult.Malformed)
            {
                log.LogWarning("No signature");
            }
            else
            {
                await mailer.SendAsync(IBriefs.StartCallback.Read(body).GetOutput());
            }
            """),
        Mistake("signature not checked", "logged and not acted on", """
            CallbackSignatureResult check = CallbackSignature.Verify(body, header, secret);
            log.LogInformation("Signature: {Check}", check);
            WorkflowCallback<string> finished = IBriefs.StartCallback.Read(body);
            _texts[finished.RequestId] = finished.GetOutput();
            """, members: """
            private readonly Dictionary<string, string> _texts = new();
            """),
        Mistake("signature not checked", "expected to throw", """
            try
            {
                CallbackSignature.Verify(body, header, secret);
            }
            catch (Exception exception)
            {
                log.LogError(exception, "Forged callback");
                throw;
            }

            mailer.Send(IBriefs.StartCallback.Read(body).GetOutput());
            """),
        Mistake("signature not checked", "a switch whose default lets pass", """
            switch (CallbackSignature.Verify(body, header, secret))
            {
                case CallbackSignatureResult.Mismatched:
                    log.LogWarning("Forged");
                    break;
                case CallbackSignatureResult.Malformed:
                    log.LogWarning("Broken header");
                    break;
                default:
                    await mailer.SendAsync(IBriefs.StartCallback.Read(body).GetOutput());
                    break;
            }
            """),
        Mistake("signature not checked", "a helper that takes what isn't missing for good", """
            if (IsSigned(body, header, secret))
            {
                mailer.Send(WorkflowCallback.Read(body).GetOutput().ToString());
            }
            """, members: """
            private static bool IsSigned(byte[] bytes, string? signature, string key) =>
                CallbackSignature.Verify(bytes, signature, key) != CallbackSignatureResult.Missing;
            """),
        Right("signature not checked", "anything but valid is refused", """
            if (CallbackSignature.Verify(body, header, secret) != CallbackSignatureResult.Valid)
            {
                throw new UnauthorizedAccessException();
            }

            mailer.Send(IBriefs.StartCallback.Read(body).GetOutput());
            """),
        Right("signature not checked", "a helper says it", """
            if (!IsGenuine(body, header, secret))
            {
                log.LogWarning("Refused a callback");
            }
            else
            {
                await mailer.SendAsync(IBriefs.StartCallback.Read(body).GetOutput());
            }
            """, members: """
            private static bool IsGenuine(ReadOnlySpan<byte> bytes, string? signature, string key) =>
                CallbackSignature.Verify(bytes, signature, key) is CallbackSignatureResult.Valid;
            """),
        Right("signature not checked", "a switch expression", """
            int status = CallbackSignature.Verify(body, header, secret) switch
            {
                CallbackSignatureResult.Valid => Accept(body),
                CallbackSignatureResult.Missing => 401,
                _ => 403,
            };
            Console.WriteLine(status);
            """, members: """
            private static int Accept(byte[] bytes)
            {
                Console.WriteLine(IBriefs.StartCallback.Read(bytes).GetOutput());
                return 200;
            }
            """),
        Right("signature not checked", "all three bad results are named", """
            var verdict = CallbackSignature.Verify(body, header, secret);
            if (verdict is CallbackSignatureResult.Missing or CallbackSignatureResult.Malformed or CallbackSignatureResult.Mismatched)
            {
                log.LogWarning("Refused: {Verdict}", verdict);
                return;
            }

            await mailer.SendAsync(IBriefs.StartCallback.Read(body).GetOutput());
            """),
        Right("signature not checked", "one of several keys", """
            string[] keys = [secret, Environment.GetEnvironmentVariable("OLD_SECRET") ?? secret];
            bool known = keys.Any(k => CallbackSignature.Verify(body, header, k) == CallbackSignatureResult.Valid);
            if (known)
            {
                mailer.Send(IBriefs.StartCallback.Read(body).GetOutput());
            }
            """),
        Right("signature not checked", "the verdict is handed to the caller", """
            CallbackSignatureResult verdict = Check(body);
            if (verdict.Equals(CallbackSignatureResult.Valid))
            {
                Console.WriteLine(IBriefs.StartCallback.Read(body).RequestId);
            }

            CallbackSignatureResult Check(byte[] bytes)
            {
                var found = CallbackSignature.Verify(bytes, header, secret);
                log.LogDebug("Verified: {Result}", found);
                return found;
            }
            """),
        Right("signature not checked", "a command line tool that prints the verdict and does nothing else", """
            byte[] file = await File.ReadAllBytesAsync("callback.json", token);
            Console.WriteLine(CallbackSignature.Verify(file, header, secret));
            """),
        Right("signature not checked", "a mismatch is told apart only for the log", """
            var verdict = CallbackSignature.Verify(body, header, secret);
            if (verdict == CallbackSignatureResult.Mismatched)
            {
                log.LogWarning("Somebody has another secret");
            }

            if (verdict == CallbackSignatureResult.Valid)
            {
                await mailer.SendAsync(IBriefs.StartCallback.Read(body).GetOutput());
            }
            """),
    ];
}
