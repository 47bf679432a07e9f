using FetchHive;
using FetchHive.AspNetCore;
using Microsoft.AspNetCore.Routing;
using NSubstitute;

namespace BriefService.Tests;

/// <summary>One class in isolation, with substitutes for what it uses.</summary>
public sealed class BriefWriterTests
{
    private static readonly Uri CallbackUrl = new("https://briefs.example/callbacks/acme/brief");

    private readonly IResearchBrief _briefs = Substitute.For<IResearchBrief>();
    private readonly CallbackRunTracker _tracker = Substitute.For<CallbackRunTracker>();

    public BriefWriterTests()
    {
        AcceptedRun<string> run = new("req_1", RunStatus.Running);
        _tracker.GetCallbackUrl(IResearchBrief.StartCallback, Arg.Any<RouteValueDictionary>()).Returns(CallbackUrl);
        _briefs.StartAsync("bees", CallbackUrl, Arg.Any<CancellationToken>()).Returns(run);
    }

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_brief_is_the_result_of_the_run_that_was_started()
    {
        _tracker
            .WaitAsync(Arg.Is<AcceptedRun<string>>(run => run!.RequestId == "req_1"), Arg.Any<TimeSpan>(), Arg.Any<CancellationToken>())
            .Returns("A brief on bees");

        Assert.Equal("A brief on bees", await new BriefWriter(_briefs, _tracker).WriteAsync("acme", "bees", Token));
    }

    [Fact]
    public async Task A_run_that_failed_is_no_exception_for_the_reader()
    {
        _tracker.WaitAsync(Arg.Any<AcceptedRun<string>>(), Arg.Any<TimeSpan>(), Arg.Any<CancellationToken>())
            .Returns(Task.FromException<string>(new FetchHiveRunFailedException("The run failed.") { Error = "No sources" }));

        Assert.Equal("There is no brief on bees: No sources", await new BriefWriter(_briefs, _tracker).WriteAsync("acme", "bees", Token));
    }

    [Fact]
    public void The_archive_takes_callbacks_made_by_hand()
    {
        Archive archive = new();

        archive.Add("acme", new CompletedWorkflowCallback<string>("req_1", "A brief on bees"));
        archive.Add("acme", new FailedWorkflowCallback<string>("req_2", "No sources"));

        Assert.Equal(["A brief on bees"], archive.Of("acme"));
    }
}
