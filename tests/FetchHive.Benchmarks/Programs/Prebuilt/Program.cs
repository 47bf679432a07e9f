using System;
using System.Net.Http;
using System.Net.Http.Headers;
using System.Threading.Tasks;

namespace FetchHive.Benchmarks.Programs;

/// <summary>The floor: HttpClient with a prebuilt request, and the response as raw bytes. No JSON is written or read.</summary>
internal static class Program
{
    private static ReadOnlySpan<byte> Body =>
        """{"deployment":"research-brief","variant":"production","inputs":{"topic":"State of enterprise AI in 2026","companies":["""u8
        + """{"name":"Company number 0","website":"https://company-0.example"},{"name":"Company number """u8
        + """1","website":"https://company-1.example"},{"name":"Company number 2","website":"https://company-2.example"},"""u8
        + """{"name":"Company number 3","website":"https://company-3.example"},{"name":"Company number """u8
        + """4","website":"https://company-4.example"}],"max_words":800},"metadata":"""u8
        + """{"customer_id":"cus_123","plan":"enterprise","trial":false,"invoice_count":42,"region":"eu-west-1"}}"""u8;

    private static async Task Main(string[] arguments)
    {
        var first = new FirstResponse(arguments);
        using var http = new HttpClient();
        http.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", Inputs.ApiKey);
        http.DefaultRequestHeaders.Accept.Add(new MediaTypeWithQualityHeaderValue("application/json"));
        using var content = new ByteArrayContent(Body.ToArray());
        content.Headers.ContentType = new MediaTypeHeaderValue("application/json");
        using HttpResponseMessage response = await http.PostAsync(new Uri(first.BaseAddress.AbsoluteUri + "/workflow/invoke"), content);
        response.EnsureSuccessStatusCode();
        byte[] responseBody = await response.Content.ReadAsByteArrayAsync();
        first.Report(responseBody.Length);
    }
}
