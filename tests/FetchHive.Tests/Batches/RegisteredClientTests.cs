using System;
using System.Collections.Generic;
using System.Linq;
using System.Threading.Tasks;
using FetchHive.Tests.Kit;
using Microsoft.Extensions.DependencyInjection;

namespace FetchHive.Tests.Batches;

/// <summary>Batches with a client from a container.</summary>
public sealed class RegisteredClientTests
{
    [Fact]
    public async Task A_batch_through_a_registered_contract_is_recorded_and_continues()
    {
        using BatchKit kit = new();
        await using LoopbackServer server = new(_ => Response.Completed("\"x\""));
        ServiceCollection services = new();
        services.AddFetchHive(options =>
        {
            options.ApiKey = Calls.Key;
            options.BaseAddress = server.Address;
            options.MaxConcurrency = 1;
        }).AddResearchBrief();
        await using ServiceProvider provider = services.BuildServiceProvider();
        IResearchBrief briefs = provider.GetRequiredService<IResearchBrief>();

        for (int round = 0; round < 2; round++)
        {
            List<BatchResult<string, string>> results = await BatchKit.AllAsync(BatchKit.Of(
                ["a", "b", "c"], static row => row, (row, token) => briefs.RunAsync(row, [], cancellationToken: token), kit.Options()));
            Assert.All(results, result => Assert.Equal(("x", round == 1), (result.GetValue(), result.IsReplayed)));
        }

        Assert.Equal(3, server.Requests.Count);
        Assert.Equal(7, kit.Lines().Length);
    }
}
