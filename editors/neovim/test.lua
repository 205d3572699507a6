local function check(held, message)
  if not held then
    io.stderr:write('FAILED: ' .. message .. '\n' .. vim.inspect(vim.diagnostic.get(0)) .. '\n')
    vim.cmd('cquit 1')
  end
end

local function found(code)
  return vim.tbl_contains(vim.tbl_map(function(one) return one.code end, vim.diagnostic.get(0)), code)
end

check(vim.wait(5000, function() return found('SYM03') end, 20), 'no finding of the wrong separator')

local range = { start = { line = 0, character = 20 }, ['end'] = { line = 0, character = 20 } }
local asked = { textDocument = vim.lsp.util.make_text_document_params(), range = range, context = { diagnostics = {} } }
local answers = vim.lsp.buf_request_sync(0, 'textDocument/codeAction', asked, 5000)
local fix
for _, answer in pairs(answers or {}) do
  for _, action in ipairs(answer.result or {}) do
    fix = fix or (action.isPreferred and action)
  end
end
check(fix, 'no safe fix')
vim.lsp.util.apply_workspace_edit(fix.edit, 'utf-16')

local line = vim.api.nvim_get_current_line()
check(line:find('16/CT-TTg', 1, true), 'not mended: ' .. line)
check(vim.wait(5000, function() return not found('SYM03') end, 20), 'the finding stays')
vim.cmd('write')
print('passed: ' .. fix.title .. '\n')
vim.cmd('quitall!')
