local function check(held, message)
  if not held then
    io.stderr:write('FAILED: ' .. message .. '\n' .. vim.inspect(vim.diagnostic.get(0)) .. '\n')
    vim.cmd('cquit 1')
  end
end

local function found(code)
  return vim.tbl_contains(vim.tbl_map(function(one) return one.code end, vim.diagnostic.get(0)), code)
end

-- The place behind words of a line (from 0), counted in UTF-16 as the server counts for this Neovim.
local function at(line, words)
  local text = vim.api.nvim_buf_get_lines(0, line, line + 1, true)[1]
  local _, last = text:find(words, 1, true)
  local _, units = vim.str_utfindex(text, last)
  return { line = line, character = units }
end

local function ask(method, params)
  params.textDocument = vim.lsp.util.make_text_document_params()
  for _, answer in pairs(vim.lsp.buf_request_sync(0, method, params, 5000) or {}) do
    return answer.result
  end
end

local function action(position, title)
  local range = { start = position, ['end'] = position }
  for _, one in ipairs(ask('textDocument/codeAction', { range = range, context = { diagnostics = {} } }) or {}) do
    if one.title:find(title, 1, true) then
      return one
    end
  end
end

local function apply(edit)
  vim.lsp.util.apply_workspace_edit(edit, 'utf-16')
end

check(vim.wait(10000, function() return found('SYM03') end, 20), 'no finding of the wrong separator')

local fix = action(at(0, 'CT/'), '16/CT-TTg')
check(fix and fix.isPreferred and fix.title:find('an toàn', 1, true), 'no safe fix')
apply(fix.edit)
check(vim.wait(10000, function() return not found('SYM03') end, 20), 'the finding stays')

check(found('DAT06'), 'no finding of the wrong date')
local hover = ask('textDocument/hover', { position = at(1, '06/3') })
check(hover.contents.value:find('Nghị định số 30/2020/NĐ-CP ngày 05/3/2020 của Chính phủ', 1, true), 'no word of the document')
apply(ask('textDocument/rename', { position = at(1, '06/3'), newName = '05/3/2020' }))
check(vim.wait(10000, function() return not found('DAT06') end, 20), 'the date stays')

local silence = action(at(2, '15-'), 'bỏ qua ở đây: SYM01')
check(silence, 'no way to silence a finding')
apply(silence.edit)
check(vim.wait(10000, function() return not found('SYM01') and not found('SUP01') end, 20), 'the finding is not silenced')

vim.cmd('write')
print('Neovim: mended, renamed, silenced\n')
vim.cmd('quitall!')
