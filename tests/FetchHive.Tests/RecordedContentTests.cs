using System;
using System.Linq;
using System.Text;
using FetchHive.CodeGeneration;
using Xunit;

namespace FetchHive.Tests;

public class RecordedContentTests
{
    [Theory]
    [InlineData("")]
    [InlineData("x")]
    public void Long_text_is_cut_between_characters(string start)
    {
        string json = start + string.Concat(Enumerable.Repeat("\U0001F600", 5_000));
        CallContext call = new(new WorkflowDeployment("research-brief", "production"), settings: null);

        string text = RecordedContent.Text(Encoding.UTF8.GetBytes(json), call)!;

        Assert.Equal(json[..(8192 - start.Length)] + "…", text);
    }
}
